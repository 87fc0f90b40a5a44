package im.monarch.domain.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import java.util.UUID;

/**
 * Names for contacts and groups in MSNP10 and later. Derived from the change that makes the thing,
 * so that rules stay functions; a version is never used twice by one account, nor is a name.
 */
final class Guids {

  private Guids() {}

  static UUID of(Handle owner, ListVersion made, Handle contact) {
    return named(owner + " " + made + " contact " + contact);
  }

  static UUID of(Handle owner, ListVersion made, GroupId group) {
    return named(owner + " " + made + " group " + group);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
