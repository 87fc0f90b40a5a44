package im.monarch.conformance.robustness;

import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.transcript.Fact;
import im.monarch.conformance.transcript.WireText;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that has signed in properly, and now may do what it likes. */
record SignedInVisit(Visit visit) implements AutoCloseable {

  private static final Pattern CHALLENGE = Pattern.compile("USR 3 TWN S (\\S+)");

  private static final int SMALL_BUFFER = 4_096;

  SignedInVisit(RunningServer server, Fact.Account account, String dialect) throws IOException {
    this(new Visit(server.address(Listener.NOTIFICATION)), server, account, dialect);
  }

  private SignedInVisit(Visit visit, RunningServer server, Fact.Account account, String dialect)
      throws IOException {
    this(visit);
    visit.say(
        "VER 1 "
            + dialect
            + " CVR0\r\nCVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS "
            + account.handle()
            + "\r\nUSR 3 TWN I "
            + account.handle()
            + "\r\n");
    visit.hearLine();
    visit.hearLine();
    var challenge = heard(CHALLENGE).group(1);
    var ticket = server.passport().ticket(account.handle(), account.password(), challenge);
    visit.say("USR 4 TWN S " + ticket + "\r\n");
    heard(Pattern.compile("USR 4 OK .*"));
  }

  /** A client that has hardly any room for what it does not read. */
  static SignedInVisit withSmallBuffer(RunningServer server, Fact.Account account)
      throws IOException {
    var visit = new Visit(server.address(Listener.NOTIFICATION), SMALL_BUFFER);
    return new SignedInVisit(visit, server, account, "MSNP9");
  }

  private Matcher heard(Pattern pattern) throws IOException {
    var line = visit.hearLine();
    var matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new AssertionError("signing in: heard '" + WireText.show(line) + "'");
    }
    return matcher;
  }

  @Override
  public void close() throws IOException {
    visit.close();
  }
}
