/**
 * The Passport side of a sign-in, over HTTP: tells a client where to log in, checks the password
 * and hands out the ticket that the notification server accepts.
 */
package im.monarch.passport;
