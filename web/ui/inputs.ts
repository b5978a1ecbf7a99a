// What the inputs of a record's form have in common: label, value, fault, and the path by which a fault finds its input.
import type { UseFormReturnType } from '@mantine/form'

type Labels = Readonly<Record<string, string>>

/** For text: null is shown as empty. */
export function textInputs<V extends object, L extends Labels>(form: UseFormReturnType<V>, labels: L) {
  return (name: Extract<keyof V, string> & keyof L) => {
    const { value, ...rest } = form.getInputProps(name)
    return { label: labels[name], value: value ?? '', ...rest, 'data-path': name }
  }
}

/** For one of a list of values. */
export function selectInputs<V extends object, L extends Labels>(form: UseFormReturnType<V>, labels: L) {
  return (name: Extract<keyof V, string> & keyof L) => ({
    label: labels[name],
    ...form.getInputProps(name),
    'data-path': name,
  })
}
