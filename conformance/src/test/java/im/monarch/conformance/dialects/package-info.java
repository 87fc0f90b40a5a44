/**
 * Every dialect with every other: a person for each of them, all signed in at once, who see,
 * rename, block and talk to each other. What a line looks like for whom is written here a second
 * time, from the protocol notes (2.3, 8.8), not taken from the server.
 */
package im.monarch.conformance.dialects;
