package im.monarch.protocol.vocabulary;

import java.util.Optional;

/**
 * How somebody appears to those who may see them.
 *
 * @param status an open one: a hidden user does not appear at all
 * @param object the display picture, for clients that know pictures
 */
public record Appearance(
    PresenceStatus status,
    Handle handle,
    FriendlyName name,
    Capabilities capabilities,
    Optional<MsnObject> object) {

  public Appearance {
    if (!status.isOpen()) {
      throw new IllegalArgumentException("appearance: " + status + " (expected: an open status)");
    }
  }
}
