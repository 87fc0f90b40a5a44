package im.monarch.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.vocabulary.TrId;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void aTicketIsNotInALog() {
    var ticket = new NsRequest.UsrTicket(new TrId(7), "t=secret&p=");

    assertThat(ticket.ticket()).isEqualTo("t=secret&p=");
    assertThat(ticket.toString()).doesNotContain("secret");
  }
}
