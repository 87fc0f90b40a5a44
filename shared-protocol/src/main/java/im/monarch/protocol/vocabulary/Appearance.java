package im.monarch.protocol.vocabulary;

import java.util.Optional;

/**
 * How somebody appears to those who may see them.
 *
 * @param status an open one: a hidden user does not appear at all
 * @param object the display picture, for clients that know pictures
 * @param message what they say about themselves, for clients that know such messages
 */
public record Appearance(
    PresenceStatus status,
    Handle handle,
    FriendlyName name,
    Capabilities capabilities,
    Optional<MsnObject> object,
    PersonalMessage message) {

  public Appearance {
    if (!status.isOpen()) {
      throw new IllegalArgumentException("appearance: " + status + " (expected: an open status)");
    }
  }

  /** Somebody without a personal message. */
  public Appearance(
      PresenceStatus status,
      Handle handle,
      FriendlyName name,
      Capabilities capabilities,
      Optional<MsnObject> object) {
    this(status, handle, name, capabilities, object, PersonalMessage.NONE);
  }
}
