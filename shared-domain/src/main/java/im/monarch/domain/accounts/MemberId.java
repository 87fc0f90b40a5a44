package im.monarch.domain.accounts;

/**
 * PUID: the number of an account in the profile message, written as two signed 32-bit halves.
 *
 * @param value 64 bits
 */
public record MemberId(long value) {

  public int high() {
    return (int) (value >> Integer.SIZE);
  }

  public int low() {
    return (int) value;
  }
}
