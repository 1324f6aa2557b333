internal import DisplayList

/// For drawings without pictures.
struct NoPictures: PictureStore {
    struct Unexpected: Error {}

    func prepared(_ picture: Picture) throws -> PreparedPicture { throw Unexpected() }
}
