package dev.twinplace.cli;

import dev.twinplace.decision.Question;
import dev.twinplace.exact.certificate.CertificateVerifier;
import dev.twinplace.exact.certificate.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace verify}. */
@Command(
        name = "verify",
        description = {
            "Checks a proof that solve --certificate wrote: recomputes in exact arithmetic, with code that shares nothing"
                    + " with any solver, that no placement is better than claimed.",
            "",
            "Exit status 0 if the proof holds, 5 if it is refuted, 2 if the file is damaged or not a certificate."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file that was solved; - is standard input.")
    private String file;

    @Parameters(index = "1", paramLabel = "CERTIFICATE", description = "The proof; - is standard input.")
    private String certificate;

    @Mixin
    private QuestionOptions questions;

    @Override
    public Integer call() {
        Usage.require(
                spec,
                !(Streams.isStandard(file) && Streams.isStandard(certificate)),
                "CERTIFICATE: must be another file than FILE, but both were -");
        Question question = questions.readOne(file);
        Verification verdict = Streams.read(
                certificate, bytes -> CertificateVerifier.verify(question.problem(), Streams.name(certificate), bytes));
        spec.commandLine().getOut().println(verdict.message());
        return verdict instanceof Verification.Holds ? ExitStatus.OK : ExitStatus.REFUTED;
    }
}
