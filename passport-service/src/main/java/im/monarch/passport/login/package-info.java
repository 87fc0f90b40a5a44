/**
 * The login page: reads who signs in from an Authorization header, checks the password and hands
 * out a ticket.
 *
 * <p>{@link im.monarch.passport.login.LoginPage} is the page, {@link
 * im.monarch.passport.login.PasswordCheck} the one way to test a password here, with its limits on
 * guessing. Neither knows sockets, nor what an account is stored in.
 *
 * <p>Over a limit the answer is 503 with a time to come back, not the one for a wrong password: an
 * owner with the right one should not go and change it.
 */
package im.monarch.passport.login;
