package im.monarch.domain.accounts;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;

/**
 * Somebody who may sign in.
 *
 * @param id the store's own key; never leaves the server
 * @param memberId the number clients see in the profile
 * @param name what others read, until the account changes it
 */
public record Account(long id, Handle handle, MemberId memberId, FriendlyName name) {}
