package im.monarch.runtime.config;

/**
 * Who this process is.
 *
 * @param name for people; two processes may have the same one
 */
public record NodeSection(String name) {

  public NodeSection {
    if (!name.matches("[A-Za-z0-9.-]{1,64}")) {
      throw new IllegalArgumentException(
          "name: \"" + name + "\" (expected: 1 to 64 letters, digits, dots and dashes)");
    }
  }
}
