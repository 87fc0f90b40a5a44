package im.monarch.protocol.vocabulary;

/**
 * What a client says about itself in CVR and CVQ. The codebase (MSNP4) and the handle (MSNP8) that
 * some dialects add tell a server nothing it uses, and are left out.
 *
 * @param locale language of the client
 * @param system operating system, {@code winnt}
 * @param library which client it is, {@code MSNMSGR}
 * @param version its version
 */
public record ClientDescription(
    Lcid locale, String system, String library, ClientVersion version) {}
