/**
 * Password hashing: Argon2id on threads of its own.
 *
 * <p>{@link im.monarch.runtime.passwords.Argon2Passwords} is slow on purpose and therefore bounded:
 * what does not fit is refused at once. Nothing here logs a password or a hash.
 */
package im.monarch.runtime.passwords;
