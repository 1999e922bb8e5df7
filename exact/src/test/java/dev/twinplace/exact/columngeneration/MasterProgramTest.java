package dev.twinplace.exact.columngeneration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.ortools.NativeLibrary;
import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MasterProgramTest {
    private static final long SECOND = 1_000_000_000L;

    /** Costs 1 and 2 on server 0, 4 and 8 on server 1; either server holds both twins. */
    private final PlacementProblem problem = PlacementProblem.builder(2, 2)
            .cost(0, 0, 1)
            .cost(1, 0, 2)
            .cost(0, 1, 4)
            .cost(1, 1, 8)
            .build();

    private final AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));

    @BeforeAll
    static void loadOrTools() {
        assertEquals(Optional.empty(), NativeLibrary.problem());
    }

    private MasterProgram program() {
        MasterProgram program = new MasterProgram(2, 2, 1);
        program.add(ServerColumn.of(problem, relaxation, 0, new int[] {0, 1}));
        program.add(ServerColumn.of(problem, relaxation, 0, new int[] {1}));
        program.add(ServerColumn.of(problem, relaxation, 1, new int[] {0}));
        program.add(ServerColumn.of(problem, relaxation, 1, new int[] {0, 1}));
        program.setBox(new double[] {0, 0}, 100);
        return program;
    }

    @Test
    void choosesTheCheapestColumns() {
        try (MasterProgram program = program()) {
            assertTrue(program.solve(SECOND));
            assertEquals(3, program.value(), 1e-9);
            assertEquals(0, program.artificial(), 1e-9);
            assertArrayEquals(new double[] {1, 0, 0, 0}, program.shares(), 1e-9);
        }
    }

    @Test
    void aColumnIsAddedOnce() {
        try (MasterProgram program = program()) {
            program.add(ServerColumn.of(problem, relaxation, 1, new int[] {0}));
            assertEquals(4, program.size());
        }
    }

    @Test
    void pricesStayInTheBox() {
        try (MasterProgram program = program()) {
            program.setBox(new double[] {0.5, 0.25}, 0.25);
            assertTrue(program.solve(SECOND));
            assertEquals(1.25, program.value(), 1e-9);
            assertArrayEquals(new double[] {0.75, 0.5}, program.prices(), 1e-9);
            assertEquals(2, program.artificial(), 1e-9);
        }
    }

    @Test
    void columnsThatDomainsForbidAreBarredUntilTheyAllowThem() {
        Domains domains = new Domains(problem);
        try (MasterProgram program = program()) {
            int mark = domains.mark();
            domains.assign(0, 1);
            program.restrict(domains);
            assertTrue(program.solve(SECOND));
            assertEquals(6, program.value(), 1e-9);
            domains.assign(1, 1);
            program.restrict(domains);
            assertTrue(program.solve(SECOND));
            assertEquals(12, program.value(), 1e-9);
            domains.undoTo(mark);
            program.restrict(domains);
            assertTrue(program.solve(SECOND));
            assertEquals(3, program.value(), 1e-9);
        }
    }

    @Test
    void theBestColumnsAreKept() {
        try (MasterProgram program = program()) {
            assertTrue(program.solve(SECOND));
            program.keepBest(1);
            assertEquals(1, program.size());
            assertTrue(program.solve(SECOND));
            assertEquals(3, program.value(), 1e-9);
        }
    }
}
