import Testing

/// Texts that are not JSON, and what is said about them, to the letter.
struct BrokenJSON: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var says: String

    var testDescription: String { String(decoding: bytes, as: UTF8.self) }

    init(_ source: String, _ says: String) { self.init(Array(source.utf8), says) }

    init(_ bytes: [UInt8], _ says: String) {
        self.bytes = bytes
        self.says = says
    }

    static let all: [BrokenJSON] = [
        BrokenJSON(
            #""#,
            #"f:1:1: error: the file is empty\#n  hint: it must hold one value, such as { … }"#),
        BrokenJSON(
            #" \#n "#,
            #"f:1:1: error: the file is empty\#n  hint: it must hold one value, such as { … }"#),
        BrokenJSON(
            #"{"#,
            #"f:1:1: error: the object that starts here is not closed\#n  hint: a } is missing, or the file was cut off"#
        ),
        BrokenJSON(
            #"[1, 2"#,
            #"f:1:1: error: the list that starts here is not closed\#n  hint: a ] is missing, or the file was cut off"#),
        BrokenJSON(
            #"{"a""#,
            #"f:1:1: error: the object that starts here is not closed\#n  hint: a } is missing, or the file was cut off"#
        ),
        BrokenJSON(
            #"{"a":"#,
            #"f:1:1: error: the object that starts here is not closed\#n  hint: a } is missing, or the file was cut off"#
        ),
        BrokenJSON(
            #"{"a": 1"#,
            #"f:1:1: error: the object that starts here is not closed\#n  hint: a } is missing, or the file was cut off"#
        ),
        BrokenJSON(
            #"{"a": 1,"#,
            #"f:1:1: error: the object that starts here is not closed\#n  hint: a } is missing, or the file was cut off"#
        ),
        BrokenJSON(
            #"[1,]"#,
            #"f:1:3: error: a comma stands before ']' with nothing after it\#n  hint: there is a comma too many before ]"#
        ),
        BrokenJSON(
            #"{"a": 1, }"#,
            #"f:1:8: error: a comma stands before '}' with nothing after it\#n  hint: there is a comma too many before }"#
        ),
        BrokenJSON(
            #"[,1]"#,
            #"f:1:2: error: a comma stands before the first value\#n  hint: remove the comma"#),
        BrokenJSON(
            #"[1,,2]"#,
            #"f:1:4: error: two commas stand here with nothing between them\#n  hint: remove one comma"#),
        BrokenJSON(
            #"[1 2]"#,
            #"f:1:3: error: there is no comma after this value\#n  hint: put a comma here: what follows in line 1 is the next one"#
        ),
        BrokenJSON(
            #"[1\#n\#n2]"#,
            #"f:1:3: error: there is no comma after this value\#n  hint: put a comma here: what follows in line 3 is the next one"#
        ),
        BrokenJSON(
            #"{"a": 1 "b": 2}"#,
            #"f:1:8: error: there is no comma after this value\#n  hint: put a comma here: what follows in line 1 is the next one"#
        ),
        BrokenJSON(
            #"{"a": "x"\#n"b": 2}"#,
            #"f:1:10: error: there is no comma after this value\#n  hint: put a comma here: what follows in line 2 is the next one"#
        ),
        BrokenJSON(
            #"{"a" 1}"#,
            #"f:1:5: error: there is no colon after the name 'a'\#n  hint: write "name": value"#),
        BrokenJSON(
            #"{"a": 1]"#,
            #"f:1:8: error: ']' stands where ',' or '}' should\#n  hint: the { of line 1 is closed with }"#),
        BrokenJSON(
            #"[1}"#,
            #"f:1:3: error: '}' stands where ',' or ']' should\#n  hint: the [ of line 1 is closed with ]"#),
        BrokenJSON(
            #"["a": 1]"#,
            #"f:1:5: error: ':' stands where ',' or ']' should\#n  hint: a name and its value stand inside { }"#),
        BrokenJSON(
            #"["a "b" c"]"#,
            #"f:1:6: error: the text ends before 'b'\#n  hint: a " inside text is written \""#),
        BrokenJSON(
            #"{a: 1}"#,
            #"f:1:2: error: the name 'a' stands without quotes\#n  hint: names stand in double quotes: "…""#),
        BrokenJSON(
            #"{'a': 1}"#,
            #"f:1:2: error: ''' is not the quote that JSON uses\#n  hint: write straight double quotes: "…""#),
        BrokenJSON(
            #"{“a”: 1}"#,
            #"f:1:2: error: '“' is not the quote that JSON uses\#n  hint: write straight double quotes: "…""#),
        BrokenJSON(
            #"{1: 2}"#,
            #"f:1:2: error: the name '1' stands without quotes\#n  hint: names stand in double quotes: "…""#),
        BrokenJSON(
            #"{"a": }"#,
            #"f:1:7: error: '}' stands where a value should\#n  hint: put a value here, such as "…""#),
        BrokenJSON(
            #"[abc]"#,
            #"f:1:2: error: 'abc' stands without quotes\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"[True]"#,
            #"f:1:2: error: 'True' means nothing in JSON\#n  hint: write true"#),
        BrokenJSON(
            #"[None]"#,
            #"f:1:2: error: 'None' means nothing in JSON\#n  hint: write null"#),
        BrokenJSON(
            #"[NaN]"#,
            #"f:1:2: error: 'NaN' stands without quotes\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"[undefined]"#,
            #"f:1:2: error: 'undefined' stands without quotes\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"['a']"#,
            #"f:1:2: error: ''' is not the quote that JSON uses\#n  hint: write straight double quotes: "…""#),
        BrokenJSON(
            #"[„a“]"#,
            #"f:1:2: error: '„' is not the quote that JSON uses\#n  hint: write straight double quotes: "…""#),
        BrokenJSON(
            #"[@]"#,
            #"f:1:2: error: '@' stands where a value should\#n  hint: put a value here, such as "…""#),
        BrokenJSON(
            #"[é]"#,
            #"f:1:2: error: 'é' stands without quotes\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"1 2"#,
            #"f:1:3: error: '2' stands after the end of the document\#n  hint: a file holds one value; remove what follows it"#
        ),
        BrokenJSON(
            #"{} }"#,
            #"f:1:4: error: '}' stands after the end of the document\#n  hint: there is one '}' too many, here or further up"#
        ),
        BrokenJSON(
            #"{},"#,
            #"f:1:3: error: ',' stands after the end of the document\#n  hint: remove the comma"#),
        BrokenJSON(
            #"[1] // x"#,
            #"f:1:5: error: JSON has no comments\#n  hint: remove the comment"#),
        BrokenJSON(
            #"[1, // one\#n2]"#,
            #"f:1:5: error: JSON has no comments\#n  hint: remove the comment"#),
        BrokenJSON(
            #"[1 /* one */, 2]"#,
            #"f:1:4: error: JSON has no comments\#n  hint: remove the comment"#),
        BrokenJSON(
            #"# deck\#n{}"#,
            #"f:1:1: error: JSON has no comments\#n  hint: remove the comment"#),
        BrokenJSON(
            #"{# x\#n}"#,
            #"f:1:2: error: JSON has no comments\#n  hint: remove the comment"#),
        BrokenJSON(
            #"[01]"#,
            #"f:1:2: error: a number starts with a 0 too many\#n  hint: remove the 0 in front"#),
        BrokenJSON(
            #"[-]"#,
            #"f:1:2: error: '-' stands without a digit after it\#n  hint: write a number, such as -1"#),
        BrokenJSON(
            #"[+1]"#,
            #"f:1:2: error: a number starts with '+'\#n  hint: remove the +"#),
        BrokenJSON(
            #"[.5]"#,
            #"f:1:2: error: a number starts with its point\#n  hint: write a 0 before the point"#),
        BrokenJSON(
            #"[5.]"#,
            #"f:1:2: error: a number ends in its point\#n  hint: write a digit after the point, such as 1.0"#),
        BrokenJSON(
            #"[1e]"#,
            #"f:1:2: error: a number ends in its exponent\#n  hint: write it like 1e3"#),
        BrokenJSON(
            #"[0x10]"#,
            #"f:1:2: error: 'x' stands inside a number\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"[1.2.3]"#,
            #"f:1:2: error: '.' stands inside a number\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"[12px]"#,
            #"f:1:2: error: 'p' stands inside a number\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            #"[1e999]"#,
            #"f:1:2: error: the number is too large"#),
        BrokenJSON(
            #"["a"#,
            #"f:1:2: error: the text that starts here is not closed\#n  hint: put a " at its end"#),
        BrokenJSON(
            #"["a\#nb"]"#,
            #"f:1:2: error: the text that starts here is not closed on its line\#n  hint: put a " at its end; a line break inside text is written \n"#
        ),
        BrokenJSON(
            #"["a\#tb"]"#,
            #"f:1:4: error: a tab stands inside text\#n  hint: write \t, or a space"#),
        BrokenJSON(
            #"["a\#u{1}b"]"#,
            #"f:1:4: error: the control character U+0001 stands inside text\#n  hint: remove it"#),
        BrokenJSON(
            #"["\q"]"#,
            #"f:1:3: error: a backslash before 'q' means nothing in JSON\#n  hint: a backslash itself is written \\; in paths use /"#
        ),
        BrokenJSON(
            #"["C:\Users"]"#,
            #"f:1:5: error: a backslash before 'U' means nothing in JSON\#n  hint: a backslash itself is written \\; in paths use /"#
        ),
        BrokenJSON(
            #"["\"#,
            #"f:1:2: error: the text that starts here is not closed\#n  hint: put a " at its end"#),
        BrokenJSON(
            #"["\u12"]"#,
            #"f:1:3: error: \u stands without four hexadecimal digits\#n  hint: write it like \u00e9"#),
        BrokenJSON(
            #"["\u12G4"]"#,
            #"f:1:3: error: \u stands without four hexadecimal digits\#n  hint: write it like \u00e9"#),
        BrokenJSON(
            #"["\uD83D"]"#,
            #"f:1:3: error: \uD83D is half a character without its other half\#n  hint: write the character itself"#),
        BrokenJSON(
            #"["\uD83D\u0041"]"#,
            #"f:1:3: error: \uD83D is half a character without its other half\#n  hint: write the character itself"#),
        BrokenJSON(
            #"["\uDE00"]"#,
            #"f:1:3: error: \uDE00 is half a character without its other half\#n  hint: write the character itself"#),
        BrokenJSON(
            [0x5B, 0x22, 0x63, 0x61, 0x66, 0xE9, 0x22, 0x5D],
            #"f:1:6: error: the byte E9 here is not UTF-8\#n  hint: save the file as UTF-8"#),
        BrokenJSON(
            [0x5B, 0x22, 0xC0, 0x80, 0x22, 0x5D],
            #"f:1:3: error: the byte C0 here is not UTF-8\#n  hint: save the file as UTF-8"#),
        BrokenJSON(
            [0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D],
            #"f:1:3: error: the byte ED here is not UTF-8\#n  hint: save the file as UTF-8"#),
        BrokenJSON(
            [0x5B, 0x22, 0xF5, 0x80, 0x80, 0x80, 0x22, 0x5D],
            #"f:1:3: error: the byte F5 here is not UTF-8\#n  hint: save the file as UTF-8"#),
        BrokenJSON(
            [0x5B, 0x22, 0xE7, 0x8C, 0x22, 0x5D],
            #"f:1:3: error: the byte E7 here is not UTF-8\#n  hint: save the file as UTF-8"#),
        BrokenJSON(
            [0xFF, 0xFE, 0x7B, 0x00],
            #"f:1:1: error: the file is not UTF-8; it looks like UTF-16\#n  hint: save it again as UTF-8"#),
        BrokenJSON(
            #"{\#u{0}}\#u{0}"#,
            #"f:1:1: error: the file is not UTF-8; it looks like UTF-16\#n  hint: save it again as UTF-8"#),
        BrokenJSON(
            [0xEF, 0xBB, 0xBF],
            #"f:1:1: error: the file is empty\#n  hint: it must hold one value, such as { … }"#),
        BrokenJSON(
            [0x5B, 0x31, 0x2C, 0x32, 0xFF, 0x5D],
            #"f:1:4: error: '�' stands inside a number\#n  hint: text stands in double quotes: "…""#),
        BrokenJSON(
            [0x5B, 0xE7, 0x8C, 0x5D],
            #"f:1:2: error: '�' stands without quotes\#n  hint: text stands in double quotes: "…""#),
    ]
}
