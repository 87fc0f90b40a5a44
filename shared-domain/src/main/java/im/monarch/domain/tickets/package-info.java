/**
 * Passport tickets: what the login page hands out and a notification server accepts, once.
 *
 * <p>A ticket is signed and never stored: it names the handle, the challenge it answers and when it
 * ends. The challenge is fresh for each connection, so a ticket is good once and there only.
 *
 * <p>Some clients do not tell the login page about the challenge. Their tickets have to come to a
 * connection that was challenged before they were issued, and each process takes them once.
 */
package im.monarch.domain.tickets;
