/** Cards of trained models: what each is for, how it was made, how good it is and where it must not be used. */
package dev.twinplace.cli.card;
