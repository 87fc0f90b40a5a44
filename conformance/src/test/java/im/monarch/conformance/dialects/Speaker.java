package im.monarch.conformance.dialects;

import static java.nio.charset.StandardCharsets.US_ASCII;

import im.monarch.conformance.client.Client;
import im.monarch.conformance.client.Md5;
import im.monarch.conformance.client.TicketBooth;
import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.transcript.Fact;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Somebody whose client speaks one dialect, and how that client is spoken to. */
final class Speaker implements AutoCloseable {

  private static final String PASSWORD = "secret";
  private static final String LEGACY = "tulip";
  private static final int FIRST_WITH_TICKETS = 8;
  private static final int FIRST_WITH_GUIDS = 10;
  private static final int FIRST_WITH_MESSAGES = 11;
  private static final int FIRST_WITH_IDS_IN_ROOMS = 12;
  private static final int EMPTY_MESSAGE =
      "<Data><PSM></PSM><CurrentMedia></CurrentMedia></Data>".length();

  private final int number;
  private final Client client;
  private String name;
  private int trId = 10;

  private Speaker(int number, Client client) {
    this.number = number;
    this.client = client;
    this.name = "Speaker" + number;
  }

  static String handle(int number) {
    return "msnp" + number + "@m.example.com";
  }

  static Fact.Account account(int number) {
    var legacy = number < FIRST_WITH_TICKETS ? Optional.of(LEGACY) : Optional.<String>empty();
    return new Fact.Account(handle(number), "Speaker" + number, PASSWORD, legacy);
  }

  /** Signs in and says CHG; what is said of others then is left to hear. */
  static Speaker appears(int number, RunningServer server) throws IOException {
    var speaker = new Speaker(number, new Client(server.address(Listener.NOTIFICATION)));
    speaker.ask("VER 1 MSNP" + number + " CVR0", "VER 1 MSNP" + number);
    if (number < FIRST_WITH_TICKETS) {
      speaker.provesItself("MD5", challenge -> md5(challenge + LEGACY));
    } else {
      speaker.ask(
          "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS " + speaker.handle(), "CVR 2 ");
      var booth = new TicketBooth(server.address(Listener.PASSPORT_HTTP));
      speaker.provesItself("TWN", challenge -> booth.ticket(speaker.handle(), PASSWORD, challenge));
    }
    speaker.client.hearOut();
    var status = number < FIRST_WITH_TICKETS ? "NLN" : "NLN " + number;
    speaker.ask("CHG 5 " + status, "CHG 5 " + status);
    return speaker;
  }

  /** How one word is made of another. */
  @FunctionalInterface
  private interface Proof {
    String of(String challenge);
  }

  private void provesItself(String scheme, Proof proof) {
    var asked = "USR 3 " + scheme + " S ";
    var challenge = ask("USR 3 " + scheme + " I " + handle(), asked).substring(asked.length());
    ask("USR 4 " + scheme + " S " + proof.of(challenge), "USR 4 OK " + handle());
  }

  private static String md5(String text) {
    return Md5.hex(text.getBytes(US_ASCII));
  }

  String handle() {
    return handle(number);
  }

  int number() {
    return number;
  }

  Client client() {
    return client;
  }

  /** The answer to a request of this client, which has to begin as told. */
  String ask(String line, String expected) {
    client.say(line);
    var answer = client.hear();
    if (!answer.startsWith(expected)) {
      throw new AssertionError(this + ": '" + line + "' was answered '" + answer + "'");
    }
    return answer;
  }

  void changesStatus(String status) {
    var words = number < FIRST_WITH_TICKETS ? status : status + ' ' + number;
    int id = trId++;
    ask("CHG " + id + ' ' + words, "CHG " + id + ' ' + words);
  }

  void renames(String changed) {
    int id = trId++;
    if (number < FIRST_WITH_GUIDS) {
      ask("REA " + id + ' ' + handle() + ' ' + changed, "REA " + id + ' ');
    } else {
      ask("PRP " + id + " MFN " + changed, "PRP " + id + " MFN " + changed);
    }
    name = changed;
  }

  void removesFrom(String list, Speaker other) {
    int id = trId++;
    ask("REM " + id + ' ' + list + ' ' + other.handle(), "REM " + id + ' ' + list);
  }

  void addsTo(String list, Speaker other) {
    int id = trId++;
    var line =
        number < FIRST_WITH_GUIDS
            ? "ADD " + id + ' ' + list + ' ' + other.handle() + ' ' + other.name
            : "ADC " + id + ' ' + list + " N=" + other.handle();
    ask(line, line.substring(0, 3) + ' ' + id + ' ' + list);
  }

  /** What this client hears when somebody appears: {@code verb} is {@code NLN}, {@code ILN 5}. */
  List<String> presence(String verb, String status, Speaker other) {
    var line = verb + ' ' + status + ' ' + other.handle() + ' ' + other.name;
    if (number < FIRST_WITH_TICKETS) {
      return List.of(line);
    }
    var known = line + ' ' + other.clientId();
    return number < FIRST_WITH_MESSAGES
        ? List.of(known)
        : List.of(known, "UBX " + other.handle() + ' ' + EMPTY_MESSAGE);
  }

  private int clientId() {
    return number < FIRST_WITH_TICKETS ? 0 : number;
  }

  /** How a switchboard names somebody to this client. */
  String participant(String before, Speaker other) {
    var line = before + ' ' + other.handle() + ' ' + other.name;
    return number < FIRST_WITH_IDS_IN_ROOMS ? line : line + ' ' + other.clientId();
  }

  /** Begins a conversation. */
  Client begins() throws IOException {
    int id = trId++;
    var xfr = ask("XFR " + id + " SB", "XFR " + id + " SB ").split(" ", -1);
    var room = new Client(address(xfr[3]));
    room.say("USR 1 " + handle() + ' ' + xfr[5]);
    heard(room.hear(), "USR 1 OK " + handle() + ' ' + name);
    return room;
  }

  /** Follows the invitation that comes next. */
  Client follows(Speaker caller) throws IOException {
    var rng = client.hear().split(" ", -1);
    heard(rng[0] + ' ' + rng[5] + ' ' + rng[6], "RNG " + caller.handle() + ' ' + caller.name);
    var room = new Client(address(rng[2]));
    room.say("ANS 1 " + handle() + ' ' + rng[4] + ' ' + rng[1]);
    return room;
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new InetSocketAddress(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }

  private void heard(String line, String expected) {
    if (!line.equals(expected)) {
      throw new AssertionError(this + ": '" + line + "' instead of '" + expected + "'");
    }
  }

  @Override
  public String toString() {
    return "MSNP" + number;
  }

  @Override
  public void close() {
    client.close();
  }
}
