/** The command line: one class per subcommand. */
package dev.twinplace.cli;
