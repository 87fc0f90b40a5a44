/**
 * Real processes, people who use them, and something that breaks meanwhile. Each class breaks one
 * thing; whether what must not happen has happened is read from the history afterwards.
 */
package im.monarch.conformance.chaos;
