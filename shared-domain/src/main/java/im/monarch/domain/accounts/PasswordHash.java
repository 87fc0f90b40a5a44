package im.monarch.domain.accounts;

/**
 * A password as it is kept.
 *
 * @param encoded algorithm, parameters, salt and digest in PHC form, {@code $argon2id$v=19$...}
 */
public record PasswordHash(String encoded) {

  @Override
  public String toString() {
    return "PasswordHash[***]";
  }
}
