package im.monarch.switchboard.stage;

import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Participant;
import java.util.Locale;

/** People by their first names: {@code alice} is alice@example.com, called Alice. */
public final class People {

  private People() {}

  public static Handle handle(String name) {
    return new Handle(name + "@example.com");
  }

  public static Guest guest(String name) {
    return guest(handle(name));
  }

  static Guest guest(Handle handle) {
    var name = handle.address().substring(0, handle.address().indexOf('@'));
    var called = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new Guest(
        new Participant(handle, FriendlyName.ofPlain(called), Capabilities.NONE), "MSNP9");
  }
}
