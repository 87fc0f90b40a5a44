/**
 * Passport tickets: what the login page hands out and a notification server accepts, once.
 *
 * <p>A ticket is signed and never stored: it names the handle, the challenge it answers and when it
 * ends. The challenge is fresh for each connection, so a ticket is good once and there only.
 */
package im.monarch.domain.tickets;
