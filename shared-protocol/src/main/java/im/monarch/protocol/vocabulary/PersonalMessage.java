package im.monarch.protocol.vocabulary;

/**
 * What somebody says about themselves, and what they are listening to (MSNP11 and later). Kept as
 * it stood between the tags, with its XML escapes, and relayed unchanged.
 *
 * @param text the line under the name; empty when there is none
 * @param media the current media, a list of fields that clients understand; empty when there is
 *     none
 */
public record PersonalMessage(String text, String media) {

  /** What somebody has who has not said anything. */
  public static final PersonalMessage NONE = new PersonalMessage("", "");

  public boolean isEmpty() {
    return text.isEmpty() && media.isEmpty();
  }
}
