package im.monarch.conformance.chaos.crowd;

import im.monarch.conformance.chaos.history.Event.Kind;
import im.monarch.conformance.chaos.history.Recorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** The way into a server: dispatch, notification, Passport, notification. */
public final class SignIn {

  private static final String DIALECT = "MSNP9";
  private static final String OFFER = DIALECT + " CVR0";
  private static final String CLIENT = "0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS ";

  private final Recorder recorder;
  private final Entrance entrance;

  public SignIn(Recorder recorder, Entrance entrance) {
    this.recorder = recorder;
    this.entrance = entrance;
  }

  /** An attempt came to nothing; the message says where. */
  public static final class InVain extends Exception {
    private static final long serialVersionUID = 1;

    InVain(String message) {
      super(message);
    }
  }

  /**
   * Signs in where dispatch says.
   *
   * @param listener hears what the server says, from the first line on
   */
  public Wire throughDispatch(String handle, Consumer<String> listener) throws InVain {
    return noted(handle, () -> at(sentOn(handle), handle, listener));
  }

  /** Signs in at that notification server, without asking dispatch. */
  public Wire directly(Destination notification, String handle, Consumer<String> listener)
      throws InVain {
    return noted(handle, () -> at(notification, handle, listener));
  }

  private interface Attempt<T> {
    T make() throws InVain, IOException;
  }

  private <T> T noted(String handle, Attempt<T> attempt) throws InVain {
    try {
      return attempt.make();
    } catch (InVain | IOException | RuntimeException e) {
      recorder.note(0, handle, "-", Kind.NOT_SIGNED_IN, String.valueOf(e.getMessage()));
      throw new InVain(e.getMessage());
    }
  }

  /** Where dispatch sends somebody, who does not go there. */
  public Destination sentTo(String handle) throws InVain {
    return noted(handle, () -> sentOn(handle));
  }

  /** Whoever finds nobody at one address tries the next one. */
  private Destination sentOn(String handle) throws InVain, IOException {
    var last = new IOException("no dispatch server");
    for (var dispatch : entrance.dispatch(handle)) {
      try (var wire = Wire.dial(recorder, Kind.DIALED_DISPATCH, handle, dispatch, line -> {})) {
        return entrance.at(address(referral(wire, handle)));
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static String referral(Wire wire, String handle) throws InVain {
    var xfr = introduce(wire, handle);
    if (!xfr.startsWith("XFR ")) {
      throw new InVain("dispatch says " + xfr);
    }
    return xfr.split(" ", -1)[3];
  }

  private Wire at(Destination notification, String handle, Consumer<String> listener)
      throws InVain, IOException {
    var wire = Wire.dial(recorder, Kind.DIALED_NOTIFICATION, handle, notification, listener);
    try {
      var challenge = introduce(wire, handle);
      if (!challenge.startsWith("USR 3 TWN S ")) {
        throw new InVain(notification.node() + " says " + challenge);
      }
      var ticket = entrance.ticket(handle, challenge.substring("USR 3 TWN S ".length()));
      expect(wire, "USR", "TWN S " + ticket, "USR 4 OK ");
      return wire;
    } catch (InVain | RuntimeException e) {
      wire.close();
      throw e;
    }
  }

  private static String introduce(Wire wire, String handle) throws InVain {
    expect(wire, "VER", OFFER, "VER 1 " + DIALECT);
    expect(wire, "CVR", CLIENT + handle, "CVR 2 ");
    return expect(wire, "USR", "TWN I " + handle, "");
  }

  private static String expect(Wire wire, String verb, String rest, String beginning)
      throws InVain {
    var answer =
        wire.ask(verb, rest)
            .orElseThrow(() -> new InVain("no answer to " + verb + " from " + wire.node()));
    if (!answer.startsWith(beginning)) {
      throw new InVain(wire.node() + " says " + answer);
    }
    return answer;
  }

  /** {@code host:port}. */
  static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
