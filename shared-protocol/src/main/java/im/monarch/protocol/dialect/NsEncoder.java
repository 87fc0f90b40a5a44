package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.InvitationMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.RosterMessage;
import im.monarch.protocol.command.ServiceMessage;
import im.monarch.protocol.dialect.Traits.ClientIds;
import im.monarch.protocol.dialect.Traits.Pictures;
import im.monarch.protocol.dialect.Traits.PingAnswer;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.TrId;
import java.util.ArrayList;
import java.util.List;

/** Writes what dispatch and notification servers say, as one dialect has it. Stateless. */
public final class NsEncoder {

  private final Traits traits;

  public NsEncoder(Traits traits) {
    this.traits = traits;
  }

  /** The bytes of {@code message}, every line ended by CR LF. */
  public byte[] encode(NsMessage message) {
    var out = new Lines();
    switch (message) {
      case DsMessage m -> dispatch(out, m);
      case RosterMessage m -> new RosterLines(out, traits).write(m);
      case ServiceMessage m -> ServiceLines.write(out, traits, m);
      case InvitationMessage m -> InvitationLines.write(out, m);
      case NsMessage.UsrChallenge m -> challenge(out, m);
      case NsMessage.UsrOk m -> welcome(out, m);
      case NsMessage.Msg m ->
          out.line("MSG", "Hotmail", "Hotmail", m.payload().length()).payload(m.payload());
      case NsMessage.SynUnchanged m -> out.line("SYN", m.trId(), m.version());
      case NsMessage.SynFull m -> listing(out, m);
      case NsMessage.OneList m -> new LongListing(out, traits, m.trId(), m.roster()).list(m.list());
      case NsMessage.AllGroups m -> new LongListing(out, traits, m.trId(), m.roster()).groups();
      case NsMessage.Chg m -> out.line(echo(m));
      case NsMessage.Iln m -> out.line(appearance(m.contact(), "ILN", m.trId()));
      case NsMessage.Nln m -> out.line(appearance(m.contact(), "NLN"));
      case NsMessage.Fln m -> out.line("FLN", m.contact());
      case NsMessage.Qng m -> ping(out, m);
      case NsMessage.Evicted m -> out.line("OUT", m.reason());
    }
    return out.toBytes();
  }

  private void dispatch(Lines out, DsMessage message) {
    switch (message) {
      case DsMessage.Ver m -> out.line(words("VER", m.trId(), m.words()));
      case DsMessage.Cvr m -> release(out, "CVR", m.trId(), m.release());
      case DsMessage.Cvq m -> release(out, "CVQ", m.trId(), m.release());
      case DsMessage.Inf m -> out.line("INF", m.trId(), "MD5");
      case DsMessage.XfrNs m -> referral(out, m);
      case DsMessage.Refusal m -> out.line(m.code().number(), m.trId());
      case DsMessage.Out m -> out.line("OUT");
    }
  }

  private void referral(Lines out, DsMessage.XfrNs m) {
    switch (traits.referral()) {
      case ADDRESS -> out.line("XFR", m.trId(), "NS", m.notification());
      case ADDRESS_AND_ZERO -> out.line("XFR", m.trId(), "NS", m.notification(), 0);
      case ADDRESS_AND_CURRENT -> out.line("XFR", m.trId(), "NS", m.notification(), 0, m.current());
    }
  }

  private void challenge(Lines out, NsMessage.UsrChallenge m) {
    switch (traits.authentication()) {
      case MD5 -> out.line("USR", m.trId(), "MD5", "S", m.challenge());
      case TWEENER -> out.line("USR", m.trId(), "TWN", "S", m.challenge());
      case NONE -> throw new IllegalStateException("a challenge where nobody signs in");
    }
  }

  private void welcome(Lines out, NsMessage.UsrOk m) {
    switch (traits.welcome()) {
      case NAME -> out.line("USR", m.trId(), "OK", m.handle(), m.name());
      case NAME_VERIFIED -> out.line("USR", m.trId(), "OK", m.handle(), m.name(), 1);
      case NAME_VERIFIED_RESTRICTED -> out.line("USR", m.trId(), "OK", m.handle(), m.name(), 1, 0);
    }
  }

  private void listing(Lines out, NsMessage.SynFull m) {
    switch (traits.listing()) {
      case LONG -> new LongListing(out, traits, m.trId(), m.roster()).everything();
      case BITMASK -> RosterForm.bitmask(out, m);
    }
  }

  private static void release(Lines out, String verb, TrId trId, ClientRelease release) {
    out.line(
        verb,
        trId,
        release.recommended(),
        release.maximum(),
        release.minimum(),
        release.download(),
        release.fallback());
  }

  private static Object[] words(String verb, TrId trId, List<String> more) {
    var words = new ArrayList<Object>(List.of(verb, trId));
    words.addAll(more);
    return words.toArray();
  }

  /**
   * The client's own words. Where the dialect has client ids and no pictures one always follows:
   * Twisted's client counts three words even if it sent two.
   */
  private Object[] echo(NsMessage.Chg chg) {
    var words = new ArrayList<Object>(List.of("CHG", chg.trId(), chg.status()));
    if (traits.clientIds() == ClientIds.ABSENT) {
      return words.toArray();
    }
    if (traits.pictures() == Pictures.ABSENT) {
      words.add(chg.capabilities().orElse(Capabilities.NONE));
    } else {
      chg.capabilities().ifPresent(words::add);
      chg.object().ifPresent(words::add);
    }
    return words.toArray();
  }

  private Object[] appearance(Appearance contact, Object... verb) {
    var words = new ArrayList<Object>(List.of(verb));
    words.addAll(List.of(contact.status(), contact.handle(), contact.name()));
    if (traits.clientIds() == ClientIds.RELAYED) {
      words.add(contact.capabilities());
    }
    if (traits.pictures() == Pictures.RELAYED) {
      contact.object().ifPresent(words::add);
    }
    return words.toArray();
  }

  private void ping(Lines out, NsMessage.Qng qng) {
    if (traits.pingAnswer() == PingAnswer.WITH_SECONDS) {
      out.line("QNG", qng.seconds());
    } else {
      out.line("QNG");
    }
  }
}
