package im.monarch.conformance.cluster;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Door;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody who is always online and edits all the time. Goes where servers send them, and begins at
 * dispatch again when one hangs up, as clients do. Everything is written down.
 */
final class Regular implements Runnable {

  private final RunningServer server;
  private final Door door;
  private final String handle;
  private final AtomicBoolean enough;
  private final List<Long> versions = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int signIns;
  private int referrals;
  private int sent;
  private int acknowledged;

  Regular(RunningServer server, Door door, String handle, AtomicBoolean enough) {
    this.server = server;
    this.door = door;
    this.handle = handle;
    this.enough = enough;
  }

  /** Sign-ins that were refused, and whatever else should not happen. */
  List<String> failures() {
    return failures;
  }

  /** The version of the lists after each edit that was acknowledged. */
  List<Long> versions() {
    return versions;
  }

  int signIns() {
    return signIns;
  }

  /** How often they were told where to go on. */
  int referrals() {
    return referrals;
  }

  /** The last edit that was acknowledged. */
  int acknowledged() {
    return acknowledged;
  }

  @Override
  public void run() {
    var next = Optional.<InetSocketAddress>empty();
    while (!enough.get() && failures.isEmpty()) {
      try (var client = signIn(next)) {
        signIns++;
        next = edit(client);
      } catch (IOException | RuntimeException e) {
        failures.add(handle + ": " + e);
      }
    }
  }

  private Client signIn(Optional<InetSocketAddress> there) throws IOException {
    return door.signIn(handle, "MSNP9", there.isPresent() ? there.get() : dispatched());
  }

  /** Whoever finds no dispatch server at one address tries the next one. */
  private InetSocketAddress dispatched() throws IOException {
    IOException last = new IOException("no dispatch server");
    for (var address : server.addresses(Listener.DISPATCH)) {
      try (var client = new Client(address)) {
        client.say("VER 1 MSNP9 CVR0");
        client.say("CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS " + handle);
        client.say("USR 3 TWN I " + handle);
        var heard = client.hearToTheEnd();
        var xfr = heard.stream().filter(line -> line.startsWith("XFR 3 NS ")).findFirst();
        if (xfr.isPresent()) {
          return referral(xfr.get());
        }
        if (heard.size() > 1) {
          throw new IllegalStateException("dispatch: " + heard);
        }
      } catch (ConnectException e) {
        last = e;
      }
    }
    throw last;
  }

  /** {@code XFR 3 NS host:port 0 host:port} */
  private static InetSocketAddress referral(String xfr) {
    return address(xfr.split(" ", -1)[3]);
  }

  static InetSocketAddress address(String text) {
    var parts = text.split(":", -1);
    return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
  }

  /** Until the server sends the client away; yields where to. */
  private Optional<InetSocketAddress> edit(Client client) {
    while (!enough.get()) {
      sent++;
      client.say("PRP 9 PHH " + sent);
      var line = client.hear();
      for (; !line.startsWith("PRP 9 "); line = client.hear()) {
        if (line.startsWith("XFR 0 NS ")) {
          referrals++;
          return Optional.of(referral(line));
        }
        if (line.equals(Client.HANG_UP)) {
          return Optional.empty();
        }
        if (!line.equals("OUT SSD")) {
          throw new IllegalStateException("instead of an answer: " + line);
        }
      }
      acknowledged = sent;
      versions.add(Long.parseLong(line.split(" ", -1)[2]));
    }
    return Optional.empty();
  }
}
