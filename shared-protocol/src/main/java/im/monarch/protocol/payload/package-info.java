/** What stands inside the payloads a server writes itself; clients' payloads are never read. */
package im.monarch.protocol.payload;
