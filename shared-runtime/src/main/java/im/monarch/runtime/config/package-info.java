/**
 * The configuration: read by {@link im.monarch.runtime.config.ConfigLoader} from a file, the
 * environment and system properties, and held as {@link im.monarch.runtime.config.MonarchConfig}.
 *
 * <p>Whoever holds one of these records can trust it: a schema and the records' constructors have
 * looked at every value before the first port is opened.
 */
package im.monarch.runtime.config;
