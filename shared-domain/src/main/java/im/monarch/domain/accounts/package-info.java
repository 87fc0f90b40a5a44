/**
 * Who may sign in: accounts, their passwords as hashes, and the secrets a service keeps.
 *
 * <p>Ports are answered by {@code im.monarch.runtime.store}. A refusal is a value, a failed future
 * means that nobody could tell.
 */
package im.monarch.domain.accounts;
