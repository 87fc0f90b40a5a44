package im.monarch.protocol.vocabulary;

import java.util.Arrays;

/**
 * Version a client reports, {@code 6.0.0602}. Kept as written, because it is echoed; compared part
 * by part as numbers. Odd shapes exist ({@code 0.91}, {@code 8.5.1288.816}, {@code b.0.0328}): a
 * part that is not a number counts as 0.
 *
 * @param text one word
 */
public record ClientVersion(String text) implements Comparable<ClientVersion> {

  private static final int MAX_LENGTH = 64;

  public ClientVersion {
    if (text.isEmpty() || text.length() > MAX_LENGTH || text.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("client version: expected one word like 6.0.0602");
    }
  }

  @Override
  public int compareTo(ClientVersion other) {
    return Arrays.compare(parts(), other.parts());
  }

  private long[] parts() {
    return Arrays.stream(text.split("\\.")).mapToLong(ClientVersion::number).toArray();
  }

  private static long number(String part) {
    return part.matches("[0-9]{1,9}") ? Long.parseLong(part) : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
