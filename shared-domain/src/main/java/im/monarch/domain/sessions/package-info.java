/**
 * Who is signed in where, and what sessions tell each other.
 *
 * <p>{@link im.monarch.domain.sessions.SessionClaims} decides which session of an account is the
 * live one; {@link im.monarch.domain.sessions.Courier} carries {@link
 * im.monarch.domain.sessions.News} between sessions, wherever they are.
 */
package im.monarch.domain.sessions;
