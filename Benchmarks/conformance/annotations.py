"""The words of Unicode CLDR: the names of emoji and signs in every language that has them."""
import pathlib
import xml.etree.ElementTree as tree


def words(folder):
    """(language tag, word) of each file of common/annotations, each word once a language, in the files' order."""
    found = []
    for path in sorted(pathlib.Path(folder).glob("*.xml")):
        language = path.stem.replace("_", "-")
        seen = set()
        for annotation in tree.parse(path).getroot().iter("annotation"):
            text = (annotation.text or "").strip()
            # Three arrows say that a language takes over the word of its parent.
            if annotation.get("type") != "tts" or not text or text == "↑↑↑" or text in seen:
                continue
            seen.add(text)
            found.append((language, " ".join(text.split())))
    return found
