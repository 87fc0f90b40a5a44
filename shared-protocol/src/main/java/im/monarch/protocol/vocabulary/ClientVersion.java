package im.monarch.protocol.vocabulary;

import java.util.stream.IntStream;

/**
 * Version a client reports, {@code 6.0.0602}. Kept as written, because it is echoed; compared part
 * by part as numbers. Odd shapes exist ({@code 0.91}, {@code 8.5.1288.816}, {@code b.0.0328}): a
 * part that is not a number counts as 0, and so does one that is missing. Versions that rank the
 * same need not be equal.
 *
 * @param text one word
 */
public record ClientVersion(String text) implements Comparable<ClientVersion> {

  private static final int MAX_LENGTH = 64;

  public ClientVersion {
    if (!WireText.isWord(text) || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("client version: expected one word like 6.0.0602");
    }
  }

  @Override
  public int compareTo(ClientVersion other) {
    var mine = text.split("\\.");
    var others = other.text.split("\\.");
    int most = Math.max(mine.length, others.length);
    return IntStream.range(0, most)
        .map(i -> Long.compare(number(mine, i), number(others, i)))
        .filter(difference -> difference != 0)
        .findFirst()
        .orElse(0);
  }

  private static long number(String[] parts, int i) {
    return i < parts.length && parts[i].matches("[0-9]{1,18}") ? Long.parseLong(parts[i]) : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
