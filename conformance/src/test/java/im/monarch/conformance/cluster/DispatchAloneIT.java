package im.monarch.conformance.cluster;

import im.monarch.conformance.harness.LiveWorld;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.stage.Stage;
import im.monarch.conformance.transcript.TranscriptReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dispatch server that has nobody to send people to. */
@ExtendWith(ServersExtension.class)
class DispatchAloneIT {

  private static final Topology DISPATCH_ALONE =
      new Topology("DISPATCH_ALONE", List.of(new Topology.Part("dispatch", List.of("dispatch"))));

  @Test
  void itSaysThatTheServiceIsTooBusyAndHangsUp(Servers servers) throws IOException {
    var text =
        """
        # source: protocol notes, 3.1.5, 4.5 (910: server too busy; login; closes)
        alice opens ds
        C: VER 1 MSNP9 CVR0
        S: VER 1 MSNP9
        C: CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS alice@example.com
        S: CVR 2 6.0.0602 6.0.0602 6.0.0602 {*} {*}
        C: USR 3 TWN I alice@example.com
        S: 910 3
        S closes
        """;
    var transcript = TranscriptReader.withoutLibrary().read("dispatch-alone", text).getFirst();

    new Stage(new LiveWorld(servers.get(DISPATCH_ALONE))).play(transcript);
  }
}
