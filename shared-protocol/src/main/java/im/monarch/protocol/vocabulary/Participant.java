package im.monarch.protocol.vocabulary;

/**
 * Somebody in a switchboard session, as the others see them.
 *
 * @param name as it was when they joined; later changes are not told in a session
 * @param capabilities of their client, for readers whose dialect shows them
 */
public record Participant(Handle handle, FriendlyName name, Capabilities capabilities) {}
