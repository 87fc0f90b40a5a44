package im.monarch.protocol.vocabulary;

import java.util.Locale;

/**
 * User handle: the e-mail-like name of an account, as it travels, in lower case. Compared without
 * regard to case, so {@code Bob@Example.com} and {@code bob@example.com} are one handle.
 *
 * @param address {@code local@domain.tld}, 1 to 129 printable ASCII characters without a blank
 */
public record Handle(String address) implements Comparable<Handle> {

  /** Longest handle, in bytes (draft-movva, 5). */
  public static final int MAX_BYTES = 129;

  public Handle {
    if (!wellFormed(address)) {
      throw new IllegalArgumentException(
          "handle: not an address such as name@example.com of at most " + MAX_BYTES + " bytes");
    }
    address = address.toLowerCase(Locale.ROOT); // afterwards: some letters have an ASCII lower case
  }

  private static boolean wellFormed(String address) {
    int at = address.indexOf('@');
    int dot = address.lastIndexOf('.');
    return address.length() <= MAX_BYTES
        && at > 0
        && at == address.lastIndexOf('@')
        && dot > at + 1
        && dot < address.length() - 1
        && address.chars().allMatch(Handle::mayStand);
  }

  /** Printable ASCII except what would break a line, a list or a header. */
  private static boolean mayStand(int c) {
    return c > ' ' && c < 0x7F && "\"'(),:;<>[\\]%".indexOf(c) < 0;
  }

  @Override
  public int compareTo(Handle other) {
    return address.compareTo(other.address);
  }

  @Override
  public String toString() {
    return address;
  }
}
