/**
 * One client, one conversation: bytes become frames, frames become requests, requests and news take
 * turns, and everything a turn says leaves in one write.
 *
 * <p>Entry: {@link im.monarch.runtime.connection.Listener}. The only user of sockets among the
 * protocol's servers; knows no command and no rule.
 */
package im.monarch.runtime.connection;
