package im.monarch.runtime.store;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Arrays;
import java.util.Optional;

/** Columns back into the words of the protocol. */
final class Words {

  private static final Sharing<Handle> HANDLES = new Sharing<>(Handle::new, Handle::address);
  private static final Sharing<FriendlyName> NAMES =
      new Sharing<>(FriendlyName::new, FriendlyName::escaped);
  private static final Sharing<GroupName> GROUPS =
      new Sharing<>(GroupName::new, GroupName::escaped);

  private Words() {}

  static Handle handle(String address) {
    return HANDLES.of(address);
  }

  static FriendlyName name(String escaped) {
    return NAMES.of(escaped);
  }

  static GroupName groupName(String escaped) {
    return GROUPS.of(escaped);
  }

  /** None for a key that this version does not know: a newer one may have written it. */
  static Optional<PropertyKey> property(String name) {
    return Arrays.stream(PropertyKey.values()).filter(key -> key.name().equals(name)).findFirst();
  }
}
