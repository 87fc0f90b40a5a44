package im.monarch.domain.switchboards;

import im.monarch.protocol.vocabulary.Participant;

/**
 * Somebody who may enter a session, as their notification server knows them.
 *
 * @param dialect the name of the one their client speaks, {@code MSNP9}
 */
public record Guest(Participant participant, String dialect) {}
