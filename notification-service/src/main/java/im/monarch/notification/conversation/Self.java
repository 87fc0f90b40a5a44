package im.monarch.notification.conversation;

import im.monarch.domain.presence.Moment;
import im.monarch.protocol.command.NsRequest.Chg;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Optional;

/**
 * How the user of a session appears to others.
 *
 * @param status hidden until the first CHG
 * @param message what they say about themselves; CHG leaves it as it is
 * @param announced whether there was a first CHG: before it the client hears of nobody
 * @param at when the last change was announced
 */
record Self(
    PresenceStatus status,
    Capabilities capabilities,
    Optional<MsnObject> object,
    PersonalMessage message,
    boolean announced,
    Moment at) {

  private static final String NO_OBJECT = "0";

  /** The user right after signing in. */
  static Self silent(long epoch) {
    return new Self(
        PresenceStatus.HDN,
        Capabilities.NONE,
        Optional.empty(),
        PersonalMessage.NONE,
        false,
        new Moment(epoch, 0));
  }

  Self after(Chg chg) {
    return new Self(
        chg.status(),
        chg.capabilities().orElse(Capabilities.NONE),
        chg.object().filter(object -> !object.escaped().equals(NO_OBJECT)),
        message,
        true,
        at.next());
  }

  /** The same with something else to say. */
  Self saying(PersonalMessage said) {
    return new Self(status, capabilities, object, said, announced, at.next());
  }

  /** The same for a client that could not be shown who is there, and will ask again. */
  Self unannounced() {
    return new Self(status, capabilities, object, message, false, at);
  }

  /** The same, announced once more. */
  Self again() {
    return new Self(status, capabilities, object, message, announced, at.next());
  }

  boolean isOpen() {
    return status.isOpen();
  }

  /** What others see, if they may see anything. */
  Optional<Appearance> appearance(Handle handle, FriendlyName name) {
    return isOpen()
        ? Optional.of(new Appearance(status, handle, name, capabilities, object, message))
        : Optional.empty();
  }
}
