package im.monarch.protocol.vocabulary;

/**
 * Where a server listens, as XFR and RNG name it. The port is always written: a client that gets
 * none assumes 1863, some give up. No client of the time knows IPv6, but a server may listen there:
 * such an address is written in brackets, {@code [::1]:1863}.
 *
 * @param host name or address, without a port and without brackets
 * @param port 0 to 65535; 0 only in a configuration, where it means any free port
 */
public record HostPort(String host, int port) {

  private static final int MAX_PORT = 65_535;

  public HostPort {
    if (!WireText.isWord(host) || !(isPlain(host) || isIpv6(host))) {
      throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an address)");
    }
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0..65535)");
    }
  }

  /** Reads {@code host:port}; an IPv6 address needs its brackets. */
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("'" + text + "' (expected: host:port)");
    }
    long port = Decimals.parse("port", text.substring(colon + 1));
    return new HostPort(host(text.substring(0, colon)), (int) Math.min(port, MAX_PORT + 1));
  }

  private static String host(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    var host = bracketed ? text.substring(1, text.length() - 1) : text;
    if (bracketed != isIpv6(host)) {
      throw new IllegalArgumentException("'" + text + "' (expected: a name, or [an IPv6 address])");
    }
    return host;
  }

  private static boolean isPlain(String host) {
    return host.chars().noneMatch(c -> c == ':' || c == '[' || c == ']');
  }

  private static boolean isIpv6(String host) {
    return host.indexOf(':') != host.lastIndexOf(':') && host.matches("[0-9a-fA-F:.]+");
  }

  @Override
  public String toString() {
    return (isPlain(host) ? host : '[' + host + ']') + ':' + port;
  }
}
