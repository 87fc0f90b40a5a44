package im.monarch.domain.nodes;

/**
 * One incarnation of one process: a restarted process is another node.
 *
 * @param text letters, digits, dots and dashes
 */
public record NodeId(String text) {

  public NodeId {
    if (!text.matches("[A-Za-z0-9.-]{1,128}")) {
      throw new IllegalArgumentException("node: '" + text + "' (expected: letters, digits, . -)");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
