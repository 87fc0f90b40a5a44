package im.monarch.protocol.vocabulary;

/**
 * What a server answers CVR and CVQ with.
 *
 * @param recommended the current version for that system
 * @param maximum usually the same; perhaps the highest version allowed (the sources guess too)
 * @param minimum a client below this disconnects and offers {@code download}
 * @param download file that updates the client
 * @param fallback page to open when the download fails
 */
public record ClientRelease(
    String recommended, String maximum, String minimum, String download, String fallback) {}
