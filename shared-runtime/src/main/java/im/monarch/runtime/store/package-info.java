/**
 * Where accounts, secrets and address books are kept: SQL through the Vert.x SQL client.
 *
 * <p>{@link im.monarch.runtime.store.Store} opens it and hands out the ports of the domain. What
 * was answered with success is on disk; a store that is away or slow fails futures with {@link
 * im.monarch.domain.accounts.StoreUnavailableException} after a bounded time and is used again as
 * soon as it answers. What differs between databases is in {@code SqlDialect}; nothing outside this
 * package knows SQL.
 */
package im.monarch.runtime.store;
