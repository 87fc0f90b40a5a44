package im.monarch.deploy;

import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.config.Addresses;
import im.monarch.runtime.config.MonarchConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a process could not start, in words for the person who started it. */
final class StartFault extends Exception {

  private static final long serialVersionUID = 1;

  StartFault(MonarchConfig config, Throwable cause) {
    super(explain(config, cause), cause);
  }

  private static String explain(MonarchConfig config, Throwable cause) {
    var message = Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
    return (isAboutNetwork(cause) ? unbindable(config) : Optional.<String>empty())
        .orElseGet(() -> "cannot start: " + message.lines().findFirst().orElse(""));
  }

  /** Every transport has exceptions of its own for a port that is taken. */
  private static boolean isAboutNetwork(Throwable cause) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
        .anyMatch(IOException.class::isInstance);
  }

  /** The operating system does not say which address it was: all are tried. */
  private static Optional<String> unbindable(MonarchConfig config) {
    var lines = new ArrayList<String>();
    Addresses.of(config)
        .forEach(
            (key, address) -> trouble(address).ifPresent(what -> lines.add(key + ": " + what)));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(System.lineSeparator() + "monarch: ", lines));
  }

  private static Optional<String> trouble(HostPort address) {
    var place = new InetSocketAddress(address.host(), address.port());
    if (place.isUnresolved()) {
      return Optional.of(address + ": nobody knows this host; name an address of this machine");
    }
    try (var socket = new ServerSocket()) {
      socket.bind(place);
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(
          String.valueOf(e.getMessage()).startsWith("Address already in use")
              ? address + " is in use; end what listens there, or choose another port (0: any)"
              : address + " cannot be had: " + e.getMessage());
    } catch (IOException e) {
      return Optional.of(address + " cannot be had: " + e.getMessage());
    }
  }
}
