/**
 * Clients for tests that decide while they run what to say next, where a transcript would not do: a
 * line out, lines in, no opinion about them.
 */
package im.monarch.conformance.client;
